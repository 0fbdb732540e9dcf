using System.Diagnostics;
using System.Text;

namespace Relocation.EndToEnd.Tests.Processes;

/// <summary>A program of ours in a process of its own, with everything it prints kept for failure messages.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly List<(Func<string, bool> Matches, TaskCompletionSource<string> Seen)> waiting = [];

    private ProgramProcess(Process process) => this.process = process;

    /// <summary>All it printed.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts `dotnet PROGRAM ARGUMENTS` in a folder.</summary>
    public static ProgramProcess Start(string assembly, string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[assembly, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var program = new ProgramProcess(new Process { StartInfo = start });
        program.process.OutputDataReceived += (_, line) => program.Take(line.Data);
        program.process.ErrorDataReceived += (_, line) => program.Take(line.Data);
        program.process.Start();
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        return program;
    }

    /// <summary>The first line, past or future, that matches.</summary>
    public async Task<string> LineAsync(Func<string, bool> matches, CancellationToken cancellationToken)
    {
        TaskCompletionSource<string> seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (output)
        {
            if (output.ToString().Split('\n').FirstOrDefault(matches) is { } line)
            {
                return line;
            }

            waiting.Add((matches, seen));
        }

        var ended = process.WaitForExitAsync(cancellationToken);
        var first = await Task.WhenAny(seen.Task, ended).WaitAsync(Patience, cancellationToken);
        return first == seen.Task ? await seen.Task : throw new InvalidOperationException($"The program ended:\n{Output}");
    }

    /// <summary>Ends it as a power cut would: no handler of the program runs.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
            foreach (var (_, seen) in waiting.Where(wait => wait.Matches(line)))
            {
                seen.TrySetResult(line);
            }
        }
    }
}
