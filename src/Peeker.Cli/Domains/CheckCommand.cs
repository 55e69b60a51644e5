using System.CommandLine;
using System.Globalization;
using Peeker.Cli.Keys;

namespace Peeker.Cli.Domains;

/// <summary><c>peeker domains check</c>: whether names can be bought, any number of them. The same command goes on where it was stopped.</summary>
internal static class CheckCommand
{
    public static Command Create(Surroundings surroundings, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "Names, one on a line; - reads standard input." };
        var format = new Option<string?>("--format") { Description = "csv, or json: an object on each line." };
        format.AcceptOnlyFromAmong("csv", "json");
        var output = new Option<string?>("--output", "-o") { Description = "Write rows to this file, and go on with it if it is there." };
        var concurrency = new Option<int>("--concurrency") { Description = "Requests under way, 1 to 256.", DefaultValueFactory = _ => 8 }.Within(1, 256);
        var budget = new Option<int>("--requests-per-minute") { Description = "How many requests may be sent; 600 is the limit of a key.", DefaultValueFactory = _ => 600 }.Within(1, 1_000_000);
        var command = new Command("check", "Checks whether domains can be bought.") { file, format, output, concurrency, budget, common.KeyFile, common.BaseAddress };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var json = parsed.GetValue(common.Json);
            var rows = (parsed.GetValue(format) ?? (json ? "json" : "csv")) == "csv" ? RowFormat.Csv : RowFormat.Json;
            using var peeker = ApiAccess.Of(surroundings, common, parsed).Connect(surroundings, parsed.GetValue(budget));
            using var names = NameFile.Open(parsed.GetValue(file)!, surroundings);
            var total = names.Count();
            var done = new NamesDone();
            var path = parsed.GetValue(output);
            using RowSink sink = path is null ? new RowStream(rows, surroundings.Output) : RowFile.Open(path, rows, done);
            if (done.Count > 0) surroundings.Note(string.Create(CultureInfo.InvariantCulture, $"{done.Count:N0} names are in {path} already."));
            CheckRun? run = null;
            try
            {
                var tally = await new CheckProgress(surroundings, total).ShowAsync(progress =>
                {
                    run = new CheckRun(peeker, sink, done, progress);
                    return run.RunAsync(names.Lines(cancellationToken), parsed.GetValue(concurrency), cancellationToken);
                });
                await Report(path is null ? surroundings.Error : surroundings.Output, json && path is not null, tally, path, surroundings);
                return tally.ExitCode;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                if (path is not null && run is not null) surroundings.Note(string.Create(CultureInfo.InvariantCulture, $"{run.Tally().Rows:N0} names are in {path}; the same command goes on from there."));
                throw;
            }
        });
        return command;
    }

    private static async Task Report(TextWriter to, bool json, CheckTally tally, string? path, Surroundings surroundings)
    {
        await to.WriteLineAsync(json
            ? JsonLine.Of(writer =>
            {
                writer.WriteString("output", path);
                writer.WriteNumber("rows", tally.Rows);
                writer.WriteNumber("earlier", tally.Earlier);
                writer.WriteNumber("available", tally.Available);
                writer.WriteNumber("unavailable", tally.Unavailable);
                writer.WriteNumber("invalid", tally.Invalid + tally.EarlierInvalid);
                writer.WriteNumber("failed", tally.Failed);
                writer.WriteNumber("passed_over", tally.PassedOver);
            })
            : string.Create(CultureInfo.InvariantCulture, $"{tally.Rows:N0} names: {tally.Earlier:N0} earlier, {tally.Available:N0} available, {tally.Unavailable:N0} not available, {tally.Invalid + tally.EarlierInvalid:N0} not valid, {tally.Failed:N0} without an answer"));
        if (tally.Failed > 0)
            surroundings.Note($"peeker: {tally.Failed} names have no answer{(path is null ? "" : "; the same command asks again")}. The first failure: {tally.FirstFailure!.ReplaceLineEndings(" ")}");
    }
}
