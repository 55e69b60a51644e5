using System.Reflection;
using System.Runtime.Loader;

namespace Peeker.Templates.Tests;

/// <summary>The NSwag that the build runs: the models it hands to each template, and its own templates.</summary>
internal sealed class Models : AssemblyLoadContext
{
    /// <summary>Our templates, with the model and the stock template that each stands in for.</summary>
    public static readonly (string Template, string Assembly, string Model)[] Forks =
    [
        ("File.liquid", "NSwag.CodeGeneration.CSharp", "NSwag.CodeGeneration.CSharp.Models.CSharpFileTemplateModel"),
        ("Client.Class.liquid", "NSwag.CodeGeneration.CSharp", "NSwag.CodeGeneration.CSharp.Models.CSharpClientTemplateModel"),
        ("Class.liquid", "NJsonSchema.CodeGeneration.CSharp", "NJsonSchema.CodeGeneration.CSharp.Models.ClassTemplateModel"),
        ("Enum.liquid", "NJsonSchema.CodeGeneration.CSharp", "NJsonSchema.CodeGeneration.CSharp.Models.EnumTemplateModel"),
    ];

    public Type? Model(string assembly, string name) => Assembly(assembly).GetType(name);

    /// <summary>NSwag's own template of that name; null if it asks for none.</summary>
    public byte[]? Stock(string assembly, string template)
    {
        using var stream = Assembly(assembly).GetManifestResourceStream($"{assembly}.Templates.{template}");
        if (stream is null) return null;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(Built.NSwag, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(Path.GetFullPath(path)) : null;
    }

    private Assembly Assembly(string name) => LoadFromAssemblyName(new(name));
}
