using Peeker.Benchmarks.FirstCalls;
using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks.Builds;

/// <summary>Building the client: clean, unchanged, and after the specification was touched; beside a project with NSwag's own templates and the target its documentation shows.</summary>
internal sealed class BuildSection : ISection
{
    private const int Rounds = 3;

    public string Name => "Build";

    public bool HasHeadline => false;

    public bool IsLong => true;

    public async Task MeasureAsync(Effort effort, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("peeker-build");
        try
        {
            var tree = await CopyAsync(folder);
            var (stock, peeker) = (Stock(tree), Path.Combine(tree, "src", "Peeker"));
            report.Heading("Building, as a multiple of NSwag's own templates; in brackets the generators and compilers that ran");
            var rows = new List<IReadOnlyList<string>>();
            var specification = Path.Combine(tree, "openapi", "peeker.yaml");
            (string, Action)[] kinds = [("clean", Clean), ("unchanged", () => { }), ("specification touched", () => File.SetLastWriteTimeUtc(specification, DateTime.UtcNow))];
            // What is restored, and the servers of the build, are there for whoever comes first.
            foreach (var project in (string[])[stock, peeker]) await BuildAsync(project);
            foreach (var (name, prepare) in kinds)
            {
                var taken = new List<(double Ratio, int Runs, int StockRuns)>();
                for (var round = 0; round < Rounds; round++)
                {
                    prepare();
                    var stockFirst = round % 2 == 0;
                    var first = await BuildAsync(stockFirst ? stock : peeker);
                    var second = await BuildAsync(stockFirst ? peeker : stock);
                    var (own, other) = stockFirst ? (second, first) : (first, second);
                    taken.Add((own.Time / other.Time, own.Runs, other.Runs));
                }

                rows.Add([name, $"{Report.Ratio(Contest.Median(taken.Select(round => round.Ratio)))} ({taken.Max(round => round.Runs)})", $"1.00 ({taken.Max(round => round.StockRuns)})"]);
                if (name == "unchanged") report.Expect("unchanged build: generators and compilers that ran", taken.Max(round => round.Runs), 0);
                else report.Expect($"{name}: generators and compilers that ran, so that they are counted at all", taken.Min(round => round.Runs), name == "clean" ? 2 : 1, atLeast: true);
            }

            report.Table(["", "Peeker", "NSwag"], rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        void Clean()
        {
            foreach (var project in Directory.GetFiles(folder.FullName, "*.csproj", SearchOption.AllDirectories)) Remove(Path.GetDirectoryName(project)!);
        }
    }

    private static void Remove(string project)
    {
        foreach (var made in (string[])["bin", "obj"])
        {
            if (Directory.Exists(Path.Combine(project, made))) Directory.Delete(Path.Combine(project, made), recursive: true);
        }
    }

    private static async Task<(double Time, int Runs)> BuildAsync(string project)
    {
        var (time, said) = await Command.RunAsync("dotnet", "build", project, "-c", "Release", "-f", "net10.0", "--nologo", "-v:detailed");
        return (time.TotalSeconds, said.Split('\n').Count(line => line.Contains("openapi2csclient", StringComparison.Ordinal) && line.Contains("dotnet-nswag", StringComparison.Ordinal)) + said.Split("Task \"Csc\"").Length - 1);
    }

    private static async Task<string> CopyAsync(DirectoryInfo folder)
    {
        var (_, files) = await Command.RunAsync("git", "-C", Repository.Root, "ls-files");
        foreach (var file in files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => !file.StartsWith('"')))
        {
            var source = Path.Combine(Repository.Root, file);
            if (!File.Exists(source)) continue;
            var target = Path.Combine(folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        return folder.FullName;
    }

    private static string Stock(string tree)
    {
        var project = Path.Combine(tree, "stock");
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "Stock.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Newtonsoft.Json" />
                <PackageReference Include="NSwag.MSBuild" PrivateAssets="all" IncludeAssets="build" />
              </ItemGroup>
              <Target Name="NSwag" BeforeTargets="BeforeCompile;CoreCompile">
                <MakeDir Directories="obj" />
                <Exec Command="$(NSwagExe_Net100) openapi2csclient /input:../openapi/peeker.yaml /output:obj/Stock.g.cs /Namespace:Stock /ClassName:{controller}Client /OperationGenerationMode:MultipleClientsFromFirstTagAndOperationId" />
                <ItemGroup>
                  <Compile Include="obj/Stock.g.cs" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        return project;
    }
}
