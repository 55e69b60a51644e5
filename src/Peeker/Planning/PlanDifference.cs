namespace Peeker;

/// <summary>A figure that the API gives and the plan does not.</summary>
public sealed class PlanDifference
{
    internal PlanDifference(string member, long planned, long returned) => (Member, Planned, Returned) = (member, planned, returned);

    /// <summary>The member of the bundle, as a path: <c>required_domains.google</c>. For <c>send_on_weekends</c> the figures are days a month.</summary>
    public string Member { get; }

    /// <summary>What the plan says.</summary>
    public long Planned { get; }

    /// <summary>What the API says. An order is measured by this.</summary>
    public long Returned { get; }

    /// <summary>Member and both figures.</summary>
    public override string ToString() => $"{Member}: planned {Planned}, returned {Returned}";
}
