using Peeker.Benchmarks;
using Peeker.Benchmarks.Builds;
using Peeker.Benchmarks.Calls;
using Peeker.Benchmarks.Documents;
using Peeker.Benchmarks.FirstCalls;
using Peeker.Benchmarks.Handlers;
using Peeker.Benchmarks.Lengthy;
using Peeker.Benchmarks.Measuring;
using Peeker.Benchmarks.Profiles;
using Peeker.Benchmarks.Serving;
using Peeker.Benchmarks.Webhooks;

// dotnet run -c Release --project benchmarks -- --filter '*' --quick
// Ends with 1 when a target is missed. Figures are ratios within one run, never milliseconds.
if (args is [ServerProcess.Argument])
{
    await AnswerServer.RunAsync();
    return 0;
}

if (args is [Subject.Argument, var subject] && Subject.Names.Contains(subject))
{
    await Subject.RunAsync(subject);
    return 0;
}

if (args is [ProfileRun.Argument, .. var subjects])
{
    if (subjects.Except(Subject.Names).FirstOrDefault() is { } unknown) return Refuse($"There is no profile of {unknown}. {ProfileRun.Usage}");
    try
    {
        await ProfileRun.RunAsync(subjects);
        return 0;
    }
    catch (System.ComponentModel.Win32Exception)
    {
        return Refuse("There is no perf that can be run; it is in the package linux-perf, or linux-tools.");
    }
    catch (InvalidOperationException failure)
    {
        return Refuse($"{failure.Message} Sampling may need a lower kernel.perf_event_paranoid, or root.");
    }
}

ISection[] sections = [new ReadingSection(), new WritingSection(), new CallSection(), new HandlerSection(), new VerifySection(), new RefusalSection(), new EndpointSection(), new BulkSection(), new BuildSection(), new FirstCallSection()];
var usage = $"{Arguments.Usage}\n{ProfileRun.Usage}\nSections: {string.Join(", ", sections.Select(section => section.Name))}.";
if (args is ["--help" or "-h"])
{
    Console.WriteLine(usage);
    return 0;
}

if (Arguments.Parse(args) is not { } arguments) return Refuse(usage);
var filter = new Filter(arguments.Globs);
var taken = sections.Where(section => filter.Takes(section, arguments.Quick)).ToList();
if (taken.Count == 0) return Refuse($"No section has such a name. {usage}");
if (arguments.Readme && sections.FirstOrDefault(section => section.HasHeadline && !taken.Contains(section)) is { } missing)
    return Refuse($"The table of README.md is written whole, and {missing.Name} would be missing: --filter '*' StartUp --quick --readme");

foreach (var document in DocumentSet.All) document.Check();
var report = new Report();
foreach (var section in taken) await section.MeasureAsync(arguments.Quick ? Effort.Quick : Effort.Full, report);

report.Conclude();
if (arguments.Readme) ReadmeTable.Write(report);
if (!arguments.Quick)
{
    Directory.CreateDirectory(LengthyRun.Results);
    await File.WriteAllTextAsync(Path.Combine(LengthyRun.Results, "ratios.md"), report.Text);
    LengthyRun.Run(taken);
}

return report.Targets.All(target => target.Met) ? 0 : 1;

static int Refuse(string why)
{
    Console.Error.WriteLine(why);
    return 2;
}
