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
/// Reads the key from <c>PEEKER_API_KEY</c>, and says so where it is not set. Only where the text is the key and nothing else, and where the language
/// does not want a constant.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class LiveKeyFix : CodeFixProvider
{
    private const string Title = "Read the key from PEEKER_API_KEY";

    // With whole names, which the annotation makes as short as the file's usings allow.
    private static readonly ExpressionSyntax Read = Short(SyntaxFactory.ParseExpression(
        """System.Environment.GetEnvironmentVariable("PEEKER_API_KEY") ?? throw new System.InvalidOperationException("PEEKER_API_KEY is not set.")"""));

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Rules.LiveKeyId);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal) return;
        if (!literal.IsKind(SyntaxKind.StringLiteralExpression) || !LiveKey.Is(literal.Token.ValueText) || WantsConstant(literal)) return;
        context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, Reading(literal)))), nameof(LiveKeyFix)), context.Diagnostics);
    }

    private static ExpressionSyntax Reading(LiteralExpressionSyntax literal)
    {
        var stands = literal.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax || literal.Parent is AssignmentExpressionSyntax { Right: var right } && right == literal;
        return (stands ? Read : SyntaxFactory.ParenthesizedExpression(Read)).WithTriviaFrom(literal);
    }

    private static ExpressionSyntax Short(ExpressionSyntax expression) => expression.ReplaceNodes(
        expression.DescendantNodes().Where(node => node is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } or QualifiedNameSyntax),
        (_, node) => node.WithAdditionalAnnotations(Simplifier.Annotation));

    private static bool WantsConstant(LiteralExpressionSyntax literal) => literal.Ancestors().Any(around => around switch
    {
        AttributeSyntax or ParameterSyntax or PatternSyntax or CaseSwitchLabelSyntax => true,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        _ => false,
    });
}
