using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Peeker.Analyzers;

/// <summary>PEEKER103: a live key in a text, also in a part of an interpolated one, in UTF-8, and put together from constants.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LiveKeyAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.LiveKey);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Literal, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression);
        context.RegisterSyntaxNodeAction(InterpolatedText, SyntaxKind.InterpolatedStringText);
        context.RegisterSyntaxNodeAction(Joined, SyntaxKind.AddExpression, SyntaxKind.InterpolatedStringExpression);
    }

    private static void Literal(SyntaxNodeAnalysisContext context)
    {
        if (LiveKey.IsIn(((LiteralExpressionSyntax)context.Node).Token.ValueText)) Report(context);
    }

    private static void InterpolatedText(SyntaxNodeAnalysisContext context)
    {
        if (LiveKey.IsIn(((InterpolatedStringTextSyntax)context.Node).TextToken.ValueText)) Report(context);
    }

    // Only the outermost constant, and only if no part of it is reported for itself.
    private static void Joined(SyntaxNodeAnalysisContext context)
    {
        if (Constant(context.Node) is not { } text || !LiveKey.IsIn(text)) return;
        for (var around = context.Node.Parent; around is ExpressionSyntax or InterpolationSyntax; around = around.Parent)
            if (around is ExpressionSyntax && Constant(around) is not null) return;
        foreach (var token in context.Node.DescendantTokens())
            if (token.Value is string part && LiveKey.IsIn(part)) return;
        Report(context);

        string? Constant(SyntaxNode node) => context.SemanticModel.GetConstantValue(node, context.CancellationToken).Value as string;
    }

    private static void Report(SyntaxNodeAnalysisContext context) => context.ReportDiagnostic(Diagnostic.Create(Rules.LiveKey, context.Node.GetLocation()));
}
