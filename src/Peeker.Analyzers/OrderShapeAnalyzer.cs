using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Peeker.Analyzers;

/// <summary>PEEKER101: an order that is written down with a bundle and licences, or with neither.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OrderShapeAnalyzer : DiagnosticAnalyzer
{
    public const string BundleOrder = "Peeker.BundleOrder";
    public const string CustomOrder = "Peeker.CustomOrder";

    private const string Both = "The order names a bundle and licences, which the API refuses (order_shape_conflict); leave the licences out, or the bundle";
    private const string Neither = "The order names neither a bundle nor licences, which the API refuses; set GoogleLicenses or MicrosoftLicenses, or send a BundleOrder";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.OrderShape);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(BundleOrder) is not { } bundle || start.Compilation.GetTypeByMetadataName(CustomOrder) is not { } custom) return;
            start.RegisterSyntaxNodeAction(node => Check(node, bundle, custom), SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, INamedTypeSymbol bundle, INamedTypeSymbol custom)
    {
        var creation = (BaseObjectCreationExpressionSyntax)context.Node;
        var type = context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type;
        var isCustom = SymbolEqualityComparer.Default.Equals(type, custom);
        if (!isCustom && !SymbolEqualityComparer.Default.Equals(type, bundle)) return;
        if (OrderLiteral.Of(creation, context.SemanticModel, context.CancellationToken) is not { } order) return;
        if (order.NamesBundle && order.Licenses.Count > 0) Report(Both);
        // A bundle order without its bundle does not compile.
        else if (isCustom && !order.NamesBundle && !order.HasCount && !order.IsOpen) Report(Neither);

        void Report(string message) => context.ReportDiagnostic(Diagnostic.Create(Rules.OrderShape, Place(creation), message));
    }

    // The head alone: an initializer has many lines.
    private static Location Place(BaseObjectCreationExpressionSyntax creation) =>
        creation is ObjectCreationExpressionSyntax { Type: var type } ? type.GetLocation() : creation.NewKeyword.GetLocation();
}
