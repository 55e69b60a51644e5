using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Peeker.Analyzers;

/// <summary>
/// The members that the initializer of an order sets. Names that the type does not have count too: the compiler says that they are not there, this says
/// why. Members of the API can also stand in <c>AdditionalMembers</c>, under their names in JSON.
/// </summary>
internal sealed class OrderLiteral
{
    public const string Bundle = "BundleId";
    public const string Additional = "AdditionalMembers";

    private const string BundleKey = "bundle_id";
    private static readonly string[] Counts = ["GoogleLicenses", "MicrosoftLicenses"];
    private static readonly string[] CountKeys = ["google_licenses", "microsoft_licenses"];
    private const string Inboxes = "GoogleInboxesPerDomain";
    private const string InboxesKey = "google_inboxes_per_domain";

    private OrderLiteral(BaseObjectCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var assignment in creation.Initializer!.Expressions.OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is not IdentifierNameSyntax { Identifier.ValueText: var name }) continue;
            if (name == Bundle) BundleId = assignment;
            else if (Counts.Contains(name) || name == Inboxes) Licenses.Add(assignment);
            else if (name == Additional) ReadAdditional(assignment.Right, model, cancellation);
            if (Counts.Contains(name)) HasCount |= !IsNull(assignment.Right, model, cancellation);
        }
    }

    public AssignmentExpressionSyntax? BundleId { get; }

    /// <summary>What sets a licence count or the inboxes per domain: assignments, and entries of <c>AdditionalMembers</c>.</summary>
    public List<ExpressionSyntax> Licenses { get; } = [];

    /// <summary>Whether <c>AdditionalMembers</c> has the bundle.</summary>
    public bool HasBundleKey { get; private set; }

    public bool HasCount { get; private set; }

    /// <summary>Whether members come from somewhere that cannot be read here.</summary>
    public bool IsOpen { get; private set; }

    public bool NamesBundle => BundleId is not null || HasBundleKey;

    public static OrderLiteral? Of(BaseObjectCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellation) =>
        creation.Initializer is null ? null : new(creation, model, cancellation);

    private void ReadAdditional(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (IsNull(value, model, cancellation)) return;
        if (value is not BaseObjectCreationExpressionSyntax { Initializer: { } entries } created || created.ArgumentList is { Arguments.Count: > 0 })
        {
            IsOpen = true;
            return;
        }

        foreach (var entry in entries.Expressions)
        {
            var key = entry switch
            {
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } indexes } } => indexes[0].Expression,
                InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: { Count: 2 } pair } => pair[0],
                _ => null,
            };
            if (key is null || model.GetConstantValue(key, cancellation).Value is not string name) IsOpen = true;
            else if (name == BundleKey) HasBundleKey = true;
            else if (CountKeys.Contains(name) || name == InboxesKey)
            {
                Licenses.Add(entry);
                HasCount |= name != InboxesKey;
            }
        }
    }

    private static bool IsNull(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        model.GetConstantValue(value, cancellation) is { HasValue: true, Value: null } || value.IsKind(SyntaxKind.DefaultLiteralExpression);
}
