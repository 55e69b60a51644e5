namespace Peeker.Cli.Quickstarts;

/// <summary>Tells what is done, a line for each step.</summary>
internal sealed class Steps(TextWriter output, bool json)
{
    /// <param name="name">The call of the SDK, or the type of the event.</param>
    /// <param name="requestId">The request of the step, where it was one.</param>
    /// <param name="what">What came of it.</param>
    public void Add(string name, string? requestId, string what)
    {
        output.WriteLine(json
            ? JsonLine.Of(writer =>
            {
                writer.WriteString("step", name);
                if (requestId is not null) writer.WriteString("request_id", requestId);
                writer.WriteString("result", what);
            })
            : $"{name,-26}  {what}");
        output.Flush();
    }

    /// <summary>Adds a call and gives its resource.</summary>
    public async Task<T> CallAsync<T>(string name, Task<PeekerResponse<T>> call, Func<T, string> what)
    {
        var response = await call;
        Add(name, response.RequestId, what(response.Resource));
        return response.Resource;
    }
}
