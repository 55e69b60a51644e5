namespace Peeker.Cli.Keys;

/// <summary>A secret of the user, from a file or from the environment. Never from an argument: every process of the machine can read those, and shells keep them.</summary>
/// <param name="What">What it is, for a person.</param>
/// <param name="Variable">The variable that holds it; the one with <c>_FILE</c> behind it names a file.</param>
/// <param name="Option">The option that names a file.</param>
internal sealed record SecretSetting(string What, string Variable, string Option)
{
    public static SecretSetting ApiKey { get; } = new("API key", "PEEKER_API_KEY", "--key-file");

    public static SecretSetting Webhook { get; } = new("webhook secret", "PEEKER_WEBHOOK_SECRET", "--secret-file");

    public static SecretSetting SequencerPassword { get; } = new("password of the sequencer login", "PEEKER_SEQUENCER_PASSWORD", "--password-file");

    /// <summary>Null where nothing is set.</summary>
    /// <exception cref="UsageException">A file is named that cannot be used.</exception>
    public string? Find(Surroundings surroundings, string? file)
    {
        if (file is not null) return FromFile(file);
        if (surroundings.Variable(Variable) is { Length: > 0 } value) return value;
        return surroundings.Variable($"{Variable}_FILE") is { Length: > 0 } named ? FromFile(named) : null;
    }

    /// <exception cref="UsageException">There is none, or a file is named that cannot be used.</exception>
    public string Get(Surroundings surroundings, string? file) =>
        Find(surroundings, file) ?? throw new UsageException($"There is no {What}; set {Variable}, or name a file with {Option}.");

    private string FromFile(string path) => SecretFile.ReadText(path) is { Length: > 0 } text ? text : throw new UsageException($"{path} is empty; put the {What} there.");
}
