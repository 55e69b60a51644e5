using Peeker.Sandbox;

namespace Peeker.Cli.Tests;

/// <summary>The outside of a command: variables, streams, a folder, and the sandbox in the place of the API.</summary>
internal sealed class Outside : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("peeker-cli-");

    public Outside(PeekerSandboxOptions? options = null)
    {
        Sandbox = PeekerSandbox.Create(options ?? new() { RateLimit = null });
        Variables["PEEKER_API_KEY"] = Sandbox.ApiKey;
    }

    public PeekerSandbox Sandbox { get; }

    public Dictionary<string, string> Variables { get; } = [];

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Takes the place of what keeps the data of a run, for example a disk that is full.</summary>
    public TextWriter? Output { get; set; }

    /// <summary>Takes the place of the text that a run is given.</summary>
    public TextReader? Input { get; set; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Stands before the sandbox, if given: null lets a request pass.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Before { get; set; }

    /// <summary>Stands behind the sandbox: the work is done, and the answer may get lost.</summary>
    public Action<HttpRequestMessage>? After { get; set; }

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>A file as a user makes it who was told how.</summary>
    public string WriteSecret(string name, string text)
    {
        Write(name, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(this[name], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return this[name];
    }

    public Task<Ending> RunAsync(params string[] arguments) => RunAsync(arguments, "", CancellationToken.None);

    public async Task<Ending> RunAsync(string[] arguments, string input, CancellationToken cancellationToken)
    {
        using var running = Begin(arguments, cancellationToken, input);
        return await running.Ending;
    }

    public Running Begin(string[] arguments, CancellationToken cancellationToken, string input = "") =>
        new(arguments, input, this, new Doorway(Sandbox.CreateHandler(), request => Before?.Invoke(request), request => After?.Invoke(request)), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
