// Renews src/Peeker/Domains/PublicSuffixes/icann.txt: the ICANN section of the public suffix list, in A-labels, sorted for a binary search.
//   dotnet run generator/public-suffixes.cs -- public_suffix_list.dat [version]
// The list is https://publicsuffix.org/list/public_suffix_list.dat; Debian's package publicsuffix has it too. The version is read from the list, or given.
#:property InvariantGlobalization=false
#:property PublishAot=false
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

if (args.Length is 0 or > 2) return Fail("Give the path of public_suffix_list.dat, and the version if the list does not say it.");

var lines = File.ReadAllLines(args[0]).Select(line => line.Trim()).ToList();
var version = lines.FirstOrDefault(line => line.StartsWith("// VERSION:", StringComparison.Ordinal))?[11..].Trim() ?? args.ElementAtOrDefault(1);
if (version is null) return Fail("The list does not say its version; give it after the path, for example 2023-02-09.");

var begin = lines.IndexOf("// ===BEGIN ICANN DOMAINS===");
var end = lines.IndexOf("// ===END ICANN DOMAINS===");
if (begin < 0 || end < begin) return Fail("The list has no ICANN section.");

var idn = new IdnMapping();
var rules = lines[(begin + 1)..end]
    .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
    .Select(line => line.Split(' ', '\t')[0])
    .Select(rule => rule[0] == '!' ? "!" + idn.GetAscii(rule[1..]) : rule.StartsWith("*.", StringComparison.Ordinal) ? "*." + idn.GetAscii(rule[2..]) : idn.GetAscii(rule))
    .Select(rule => rule.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal).ToList();
if (rules.Any(rule => rule.LastIndexOf('*') > 0)) return Fail("A rule has its wildcard in the middle; PublicSuffixList does not know such rules.");

var text = new StringBuilder()
    .Append("# The ICANN section of the public suffix list, https://publicsuffix.org, in A-labels, sorted by bytes; comments are left out.\n")
    .Append("# This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.\n")
    .Append("# If a copy of the MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.\n")
    .Append(CultureInfo.InvariantCulture, $"# version {version}\n# rules {rules.Count}\n# made by generator/public-suffixes.cs\n");
foreach (var rule in rules) text.Append(rule).Append('\n');
File.WriteAllText(Target(), text.ToString());
Console.WriteLine($"{rules.Count} rules, version {version}");
return 0;

static string Target([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "src", "Peeker", "Domains", "PublicSuffixes", "icann.txt");

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 1;
}
