using System.Diagnostics;

namespace Relocation.EndToEnd.Tests.Processes;

/// <summary>Runs a shell script as a person would paste it.</summary>
internal static class Shell
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Runs it with bash in the checkout's root; fails the test with everything it printed when it exits with an error.</summary>
    public static async Task<string> RunAsync(string script, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = Checkout.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-s");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var bash = Process.Start(start)!;
        var output = bash.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = bash.StandardError.ReadToEndAsync(cancellationToken);
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        try
        {
            await bash.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            bash.Kill(entireProcessTree: true);
        }

        var text = $"{await output}\n{await errors}";
        Assert.True(bash.ExitCode == 0, $"The script ended with {bash.ExitCode}:\n{text}");
        return await output;
    }
}
