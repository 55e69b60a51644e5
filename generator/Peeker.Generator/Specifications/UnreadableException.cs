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
        catch (MalformedException wrong)
        {
            throw Of(wrong.LineIn(text) is { } line ? $"{name}({line},1)" : name, wrong);
        }
        catch (Exception unexpected) when (IsOfContent(unexpected))
        {
            throw Of(name, unexpected);
        }
    }

    /// <summary>Does the work that comes after reading, where a document can still turn out to be none that can be worked with.</summary>
    /// <exception cref="UnreadableException">It is so.</exception>
    public static T During<T>(string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception unexpected) when (unexpected is MalformedException || IsOfContent(unexpected))
        {
            throw Of(name, unexpected);
        }
    }

    /// <summary>Whether a failure comes of a node that is missing or of another kind than expected.</summary>
    public static bool IsOfContent(Exception failure) => failure is ArgumentException or InvalidCastException or FormatException or OverflowException or NullReferenceException
        or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or System.Text.Json.JsonException or Newtonsoft.Json.JsonException;

    private static UnreadableException Of(string name, Exception wrong)
    {
        var what = wrong is MalformedException ? $"It is no specification: {wrong.Message}." : $"It is no specification, for a node is missing or of another kind than it must be ({wrong.Message.Split('\n')[0].Trim()}). Lint may tell which.";
        return new($"{name}: error PEEKER002: {what}", wrong);
    }
}
