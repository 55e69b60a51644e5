namespace Peeker.Tests.Webhooks;

/// <summary>A test that needs another language. Where it is not installed the test skips; on CI it runs, and fails for the want of it.</summary>
internal sealed class OtherLanguageFactAttribute : FactAttribute
{
    public OtherLanguageFactAttribute(string command)
    {
        Command = command;
        if (!OtherLanguage.IsInstalled(command) && Environment.GetEnvironmentVariable("CI") is null) Skip = $"needs {command}";
    }

    public string Command { get; }
}
