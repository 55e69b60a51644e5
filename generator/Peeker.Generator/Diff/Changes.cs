using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>The changes found so far.</summary>
internal sealed class Changes
{
    private readonly List<Change> _found = [];

    public IReadOnlyList<Change> Found => _found;

    public void Added(string where, string what, JToken node, ChangeClass change = ChangeClass.Additive) => Add(change, "Added", where, what, node);

    public void Changed(ChangeClass change, string where, string what, JToken node) => Add(change, "Changed", where, what, node);

    public void Removed(string where, string what, JToken node) => Add(ChangeClass.Breaking, "Removed", where, what, node);

    private void Add(ChangeClass change, string section, string where, string what, JToken node)
    {
        // Once for each place in C#, however many lines it stands on.
        if (!_found.Exists(found => (found.Class, found.Section, found.Where, found.What) == (change, section, where, what))) _found.Add(new(change, section, where, what, Specification.Line(node)));
    }
}
