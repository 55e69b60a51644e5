using Peeker.Benchmarks;
using Peeker.Benchmarks.Builds;
using Peeker.Benchmarks.Calls;
using Peeker.Benchmarks.Documents;
using Peeker.Benchmarks.FirstCalls;
using Peeker.Benchmarks.Handlers;
using Peeker.Benchmarks.Lengthy;
using Peeker.Benchmarks.Measuring;
using Peeker.Benchmarks.Serving;
using Peeker.Benchmarks.Webhooks;

// dotnet run -c Release --project benchmarks -- --filter '*' --quick
// Ends with 1 when a target is missed. Figures are ratios within one run, never milliseconds.
if (args is [ServerProcess.Argument])
{
    await AnswerServer.RunAsync();
    return 0;
}

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

ISection[] sections = [new ReadingSection(), new WritingSection(), new CallSection(), new HandlerSection(), new VerifySection(), new RefusalSection(), new EndpointSection(), new BulkSection(), new BuildSection(), new FirstCallSection()];
foreach (var document in DocumentSet.All) document.Check();
var report = new Report();
var filter = new Filter(arguments.Globs);
foreach (var section in sections.Where(section => filter.Takes(section, arguments.Quick)))
{
    await section.MeasureAsync(arguments.Quick ? Effort.Quick : Effort.Full, report);
}

report.Conclude();
if (arguments.Readme) ReadmeTable.Write(report);
if (!arguments.Quick)
{
    Directory.CreateDirectory(LengthyRun.Results);
    await File.WriteAllTextAsync(Path.Combine(LengthyRun.Results, "ratios.md"), report.Text);
    LengthyRun.Run(arguments.Globs);
}

return report.Targets.All(target => target.Met) ? 0 : 1;
