namespace Peeker.Cli.Webhooks;

/// <summary>One delivery that was sent, as it is told.</summary>
internal sealed record Sending(string Type, string? EventId, string? File, int? Status)
{
    public void Write(TextWriter output, bool json) => output.WriteLine(json
        ? JsonLine.Of(writer =>
        {
            writer.WriteString("type", Type);
            writer.WriteString("event_id", EventId);
            if (File is not null) writer.WriteString("file", File);
            if (Status is { } status) writer.WriteNumber("status", status);
            else writer.WriteNull("status");
            writer.WriteBoolean("accepted", Endpoint.Accepts(Status));
        })
        : $"{Shown.Text(Type)}  {Shown.Text(EventId)}  {Endpoint.Describe(Status)}");
}
