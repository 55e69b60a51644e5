using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Peeker.Analyzers;

/// <summary>PEEKER102: an endpoint, an action or a handler that takes a webhook as a model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class WebhookModelAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.WebhookModel);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (WebhookModels.Of(start.Compilation) is not { } models) return;
            var routes = start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions");
            var requests = start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.HttpRequestJsonExtensions");
            var controller = start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ControllerBase");
            if (routes is not null || requests is not null) start.RegisterOperationAction(call => CheckCall(call, models, routes, requests), OperationKind.Invocation);
            if (controller is not null) start.RegisterSymbolAction(symbol => CheckAction(symbol, models, controller), SymbolKind.Method);
        });
    }

    private static void CheckCall(OperationAnalysisContext context, WebhookModels models, INamedTypeSymbol? routes, INamedTypeSymbol? requests)
    {
        var call = (IInvocationOperation)context.Operation;
        var owner = call.TargetMethod.ContainingType;
        if (call.TargetMethod.Name is "MapPost" or "Map" or "MapMethods" && SymbolEqualityComparer.Default.Equals(owner, routes)) CheckEndpoint(context, call, models);
        else if (call.TargetMethod is { Name: "ReadFromJsonAsync", TypeArguments: { Length: 1 } read } && SymbolEqualityComparer.Default.Equals(owner, requests) && models.IsModel(read[0]))
            Report(context.ReportDiagnostic, call.Syntax.GetLocation(), read[0]);
    }

    private static void CheckEndpoint(OperationAnalysisContext context, IInvocationOperation call, WebhookModels models)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "handler") is not { } given) return;
        var handler = given.Value;
        while (handler is IConversionOperation conversion) handler = conversion.Operand;
        if (handler is IDelegateCreationOperation creation) handler = creation.Target;
        var isWebhook = call.Arguments.Any(argument => argument.Parameter?.Name == "pattern" && WebhookAddress.Is(argument.Value.ConstantValue.Value as string));
        var method = handler switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation reference => reference.Method,
            _ => (handler.Type as INamedTypeSymbol)?.DelegateInvokeMethod,
        };
        if (method?.Parameters.FirstOrDefault(parameter => IsBound(parameter, models, isWebhook)) is not { } model) return;
        // What is written elsewhere is reported where it is mapped.
        var location = handler is IAnonymousFunctionOperation && model.Locations is { Length: > 0 } places ? places[0] : given.Syntax.GetLocation();
        Report(context.ReportDiagnostic, location, model.Type);
    }

    private static void CheckAction(SymbolAnalysisContext context, WebhookModels models, INamedTypeSymbol controller)
    {
        var action = (IMethodSymbol)context.Symbol;
        if (action is not { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false } || Has(action, "NonActionAttribute")) return;
        if (!IsController(action.ContainingType, controller)) return;
        var isWebhook = WebhookAddress.Is(WebhookAddress.Of(action));
        foreach (var parameter in action.Parameters.Where(parameter => IsBound(parameter, models, isWebhook)))
            Report(context.ReportDiagnostic, parameter.Locations[0], parameter.Type);
    }

    // From elsewhere than the body it is no delivery.
    private static bool IsBound(IParameterSymbol parameter, WebhookModels models, bool isWebhook)
    {
        var sources = parameter.GetAttributes().Select(attribute => attribute.AttributeClass?.Name ?? "").ToList();
        if (sources.Any(source => source == "AsParametersAttribute" || source.StartsWith("From", StringComparison.Ordinal) && source != "FromBodyAttribute")) return false;
        return models.IsModel(parameter.Type) || isWebhook && (sources.Contains("FromBodyAttribute") && parameter.Type.Name is not ("Stream" or "PipeReader") || models.IsModelAtWebhookAddress(parameter.Type));
    }

    private static bool IsController(INamedTypeSymbol type, INamedTypeSymbol controller)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (SymbolEqualityComparer.Default.Equals(at, controller) || Has(at, "ApiControllerAttribute")) return true;
        return false;
    }

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(given => given.AttributeClass?.Name == attribute);

    private static void Report(Action<Diagnostic> report, Location location, ITypeSymbol model) =>
        report(Diagnostic.Create(Rules.WebhookModel, location, model.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
}
