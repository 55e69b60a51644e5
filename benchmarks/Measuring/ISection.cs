namespace Peeker.Benchmarks.Measuring;

/// <summary>A part of the measurement that a filter can name.</summary>
internal interface ISection
{
    /// <summary>Its name, as <c>--filter</c> takes it.</summary>
    string Name { get; }

    /// <summary>Whether a quick run leaves it out unless the filter names it.</summary>
    bool IsLong => false;

    /// <summary>Whether it has a row in the table of README.md.</summary>
    bool HasHeadline => true;

    Task MeasureAsync(Effort effort, Report report);
}
