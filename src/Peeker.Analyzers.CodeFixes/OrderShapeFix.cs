using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Peeker.Analyzers;

/// <summary>
/// Takes the licences out of an order that has a bundle too: the bundle says them. An order with neither is not touched, since a count cannot be made
/// up; nor one whose bundle stands in <c>AdditionalMembers</c> of a custom order, since its id is there as JSON.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class OrderShapeFix : CodeFixProvider
{
    private const string Title = "Remove the licences, keep the bundle";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.OrderShapeId);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null) return;
        var creation = root.FindNode(context.Span).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>();
        if (creation is null || OrderLiteral.Of(creation, model, context.CancellationToken) is not { BundleId: not null, Licenses.Count: > 0 } order) return;
        var bundle = model.Compilation.GetTypeByMetadataName(OrderShapeAnalyzer.BundleOrder);
        var type = model.GetTypeInfo(creation, context.CancellationToken);
        var becomesBundleOrder = !SymbolEqualityComparer.Default.Equals(type.Type, bundle);
        if (becomesBundleOrder && !MayBecomeBundleOrder(creation, type)) return;
        context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(creation, Fixed(creation, order, becomesBundleOrder)))), nameof(OrderShapeFix)), context.Diagnostics);
    }

    // What is declared as a custom order cannot hold a bundle order.
    private static bool MayBecomeBundleOrder(BaseObjectCreationExpressionSyntax creation, TypeInfo type) => creation is ObjectCreationExpressionSyntax
        && (creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } } || !SymbolEqualityComparer.Default.Equals(type.Type, type.ConvertedType));

    private static BaseObjectCreationExpressionSyntax Fixed(BaseObjectCreationExpressionSyntax creation, OrderLiteral order, bool becomesBundleOrder)
    {
        var members = creation.Initializer!;
        var kept = Without(members, member => order.Licenses.Contains(member) || Entries(member)?.Expressions is { Count: > 0 } all && all.All(order.Licenses.Contains), Reduced);
        var repaired = creation.WithInitializer(kept);
        return becomesBundleOrder && repaired is ObjectCreationExpressionSyntax { Type: var type } named
            ? named.WithType(SyntaxFactory.ParseTypeName(OrderShapeAnalyzer.BundleOrder).WithTriviaFrom(type).WithAdditionalAnnotations(Simplifier.Annotation))
            : repaired;

        // What is left of the additional members.
        ExpressionSyntax Reduced(ExpressionSyntax member) =>
            Entries(member) is { } entries && entries.Expressions.Any(order.Licenses.Contains) ? member.ReplaceNode(entries, Without(entries, order.Licenses.Contains, entry => entry)) : member;
    }

    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, Func<ExpressionSyntax, bool> isGone, Func<ExpressionSyntax, ExpressionSyntax> change)
    {
        var all = initializer.Expressions;
        var list = all.GetWithSeparators();
        // Each with the separator after it, so that the layout of the others stays.
        var kept = new List<SyntaxNodeOrToken>();
        for (var at = 0; at < all.Count; at++)
        {
            if (isGone(all[at])) continue;
            kept.Add(change(all[at]));
            if (at < all.SeparatorCount) kept.Add(list[2 * at + 1]);
        }

        // The last one had no separator; what is the last now has what stood after that.
        if (all.SeparatorCount < all.Count && kept.Count > 0 && kept[kept.Count - 1].IsToken)
        {
            kept.RemoveAt(kept.Count - 1);
            kept[kept.Count - 1] = kept[kept.Count - 1].WithTrailingTrivia(all[all.Count - 1].GetTrailingTrivia());
        }

        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(kept));
    }

    private static InitializerExpressionSyntax? Entries(ExpressionSyntax member) =>
        member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: OrderLiteral.Additional }, Right: BaseObjectCreationExpressionSyntax created } ? created.Initializer : null;
}
