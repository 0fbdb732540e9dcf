using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Relocation.Simulator.Tests.Clients;

/// <summary>Programs of others that a machine may or may not have.</summary>
internal static class OtherProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The folder of the clients' scripts.</summary>
    public static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>Runs a program to its end; null when it is not there.</summary>
    public static async Task<(int Code, string Output, string Error)?> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Patience);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            return null;
        }
        using (process)
        {
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(stop.Token);
                var error = process.StandardError.ReadToEndAsync(stop.Token);
                await process.WaitForExitAsync(stop.Token);
                return (process.ExitCode, await output, await error);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
    }
}
