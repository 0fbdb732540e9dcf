using System.CommandLine;
using Relocation.Benchmarks.Import;

// One file per verb: add its command here.
var root = new RootCommand("Measures Relocation. JSON lines on standard output, progress on standard error; the last line is the summary.");
root.Add(ImportVerb.Create());
return await root.Parse(args).InvokeAsync();
