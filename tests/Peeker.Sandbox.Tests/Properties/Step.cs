using CsCheck;

namespace Peeker.Sandbox.Tests.Properties;

internal enum StepKind
{
    CreateBundle, UpdateBundle, DeleteBundle, CreateUser, UpdateUser, DeleteUser, Import, StartImportJob, CheckAvailability,
    OrderByBundle, OrderByLicences, OrderAgain, CancelOrder, CancelDomains, Swap, ChangeUserNames, SetForwarding, Advance,
}

/// <summary>A call, as numbers that only the state of the account gives a meaning. That keeps a sequence valid when steps before are left out.</summary>
internal readonly record struct Step(StepKind Kind, int A, int B)
{
    // What makes sequences interesting comes more often.
    private static readonly StepKind[] Weighted =
    [
        .. Enum.GetValues<StepKind>(), StepKind.Advance, StepKind.Advance, StepKind.Advance, StepKind.OrderByBundle, StepKind.OrderByLicences,
        StepKind.OrderByLicences, StepKind.CancelDomains, StepKind.Swap, StepKind.CreateBundle,
    ];

    public static Gen<List<Step>> Sequences { get; } =
        Gen.Select(Gen.Int[0, Weighted.Length - 1], Gen.Int[0, 9_999], Gen.Int[0, 9_999], (kind, a, b) => new Step(Weighted[kind], a, b)).List[10, 40];

    public TimeSpan Span => (A % 6) switch
    {
        0 => TimeSpan.FromSeconds(1 + (B % 60)),
        1 => TimeSpan.FromHours(23),
        2 => TimeSpan.FromDays(30),
        3 => TimeSpan.FromDays(1 + (B % 40)),
        _ => TimeSpan.FromSeconds(1 + (long)B * 345),
    };
}
