using System.Globalization;
using Spectre.Console;

namespace Peeker.Cli.Domains;

/// <summary>Shows how far a run is: a bar in a terminal, a line now and then elsewhere.</summary>
internal sealed class CheckProgress(Surroundings surroundings, long? total)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public Task<CheckTally> ShowAsync(Func<Action<CheckTally>, Task<CheckTally>> run) => surroundings.ErrorIsTerminal ? WithBarAsync(run) : WithLinesAsync(run);

    private async Task<CheckTally> WithBarAsync(Func<Action<CheckTally>, Task<CheckTally>> run)
    {
        var bar = PersonConsole.Of(surroundings).Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
        return await bar.StartAsync(async context =>
        {
            var task = context.AddTask("names", maxValue: Math.Max(1, total ?? 1));
            task.IsIndeterminate = total is null;
            return await run(at =>
            {
                task.Value = at.Lines;
                task.Description = string.Create(CultureInfo.InvariantCulture, $"{at.Lines:N0} names");
            });
        });
    }

    private async Task<CheckTally> WithLinesAsync(Func<Action<CheckTally>, Task<CheckTally>> run)
    {
        var last = surroundings.Time.GetTimestamp();
        return await run(at =>
        {
            if (surroundings.Time.GetElapsedTime(last) < Pause) return;
            last = surroundings.Time.GetTimestamp();
            surroundings.Note(string.Create(CultureInfo.InvariantCulture, $"{at.Lines:N0}{(total is { } all ? $" of {all:N0}" : "")} names"));
        });
    }
}
