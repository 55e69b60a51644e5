using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Peeker.Cli;

/// <summary>Options that take a number.</summary>
internal static class Ranges
{
    /// <summary>Refuses a value outside of a range; the message names both ends.</summary>
    public static Option<T> Within<T>(this Option<T> option, T least, T most)
        where T : struct, INumber<T>
    {
        option.Validators.Add(given =>
        {
            if (!given.Errors.Any() && !IsWithin(given.GetValueOrDefault<T>(), least, most)) given.AddError(Message(option, least, most));
        });
        return option;
    }

    /// <inheritdoc cref="Within{T}(Option{T}, T, T)"/>
    public static Option<T?> Within<T>(this Option<T?> option, T least, T most)
        where T : struct, INumber<T>
    {
        option.Validators.Add(given =>
        {
            if (!given.Errors.Any() && given.GetValueOrDefault<T?>() is { } value && !IsWithin(value, least, most)) given.AddError(Message(option, least, most));
        });
        return option;
    }

    // Written so that what is no number at all is not within.
    private static bool IsWithin<T>(T value, T least, T most)
        where T : INumber<T> => value >= least && value <= most;

    private static string Message<T>(Option option, T least, T most) => string.Create(CultureInfo.InvariantCulture, $"{option.Name} must be {least} to {most}");
}
