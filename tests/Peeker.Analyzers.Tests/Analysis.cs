using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Peeker.Analyzers.Tests;

/// <summary>Runs an analyzer over a program that has the packages and ASP.NET Core. What is expected stands in the program, as <c>[|…|]</c>.</summary>
internal static class Analysis<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Exactly what is marked is reported, and the fix, if there is one, makes this of it; without a second program it is not offered.</summary>
    public static Task RunAsync(string program, string? repaired = null, bool compiles = true)
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        {
            TestCode = program,
            FixedCode = repaired ?? program,
            // The references are those of the tests themselves: nothing is downloaded.
            ReferenceAssemblies = new ReferenceAssemblies("none"),
            CompilerDiagnostics = compiles ? CompilerDiagnostics.Errors : CompilerDiagnostics.None,
        };
        if (repaired is null) test.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipFixAllCheck;
        test.TestState.AdditionalReferences.AddRange(Installed.References);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }
}
