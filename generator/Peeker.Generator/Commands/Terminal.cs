using System.Text.Encodings.Web;
using System.Text.Json;

namespace Peeker.Generator.Commands;

/// <summary>Where a command writes: results to the output, so that they can be piped, everything else to the error stream.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private long _last = clock.GetTimestamp();

    public TextWriter Output => output;

    public TextWriter Error => error;

    public void WriteJson(object value) => output.WriteLine(JsonSerializer.Serialize(value, Options));

    /// <summary>A line of progress, at most one a second, so that short work says nothing.</summary>
    public void Progress(int done, int all, string what)
    {
        if (clock.GetElapsedTime(_last) < Pause) return;
        _last = clock.GetTimestamp();
        error.WriteLine($"{done} of {all} {what}");
    }
}
