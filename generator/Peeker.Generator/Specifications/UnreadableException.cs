using YamlDotNet.Core;

namespace Peeker.Generator.Specifications;

/// <summary>An input that is not there or is no YAML. The message has the form that MSBuild turns into a build error at that line.</summary>
internal sealed class UnreadableException : Exception
{
    public UnreadableException(string message) : base(message)
    {
    }

    private UnreadableException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>Reads a file, and says where it fails.</summary>
    /// <exception cref="UnreadableException">There is no such file, or its text cannot be read.</exception>
    public static T Guard<T>(string path, Func<string, T> read)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException($"{path}: error PEEKER002: The file cannot be read: {missing.Message}", missing);
        }

        return GuardText(path, text, read);
    }

    /// <summary>The same for a text that is there already; the name stands in the message.</summary>
    public static T GuardText<T>(string name, string text, Func<string, T> read)
    {
        try
        {
            return read(text);
        }
        catch (YamlException wrong)
        {
            throw new UnreadableException($"{name}({wrong.Start.Line},{wrong.Start.Column}): error PEEKER002: {wrong.Message}", wrong);
        }
    }
}
