using System.Globalization;

namespace Peeker.Cli.Webhooks;

/// <summary>A folder of deliveries, a file each, in the order in which they came. Nobody else may read them.</summary>
internal sealed class CaptureFolder
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private int _number;

    /// <exception cref="UsageException">The folder cannot be made.</exception>
    public CaptureFolder(string path)
    {
        _path = path;
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, Mine | UnixFileMode.UserExecute);
        }
        catch (Exception unusable) when (InputFile.IsOfFiles(unusable))
        {
            throw new UsageException($"{Shown.File(path)} cannot be made; name a folder that is yours to write.");
        }
    }

    /// <returns>The path of the file.</returns>
    public string Add(Delivery delivery)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{delivery.ReceivedAt:yyyyMMdd'T'HHmmssfff}-{Interlocked.Increment(ref _number):D6}.json");
        var file = Path.Combine(_path, name);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Mine;
        using var writer = new StreamWriter(file, options);
        writer.Write(delivery.ToFile());
        return file;
    }

    /// <summary>The deliveries of files and folders, as they are named, and within a folder in the order in which they came.</summary>
    /// <exception cref="UsageException">A path is not there.</exception>
    public static IEnumerable<string> Files(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (!Directory.Exists(path)) yield return path;
            else foreach (var file in Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal)) yield return file;
        }
    }
}
