using System.Text;
using Peeker.Cli.Keys;

namespace Peeker.Cli.Orders;

/// <summary>
/// The two files beside an order: its submission, stored before it is sent for the first time, and its receipt. Test and live have their own, and so has each
/// other address, since an order of one is none of another.
/// </summary>
internal sealed class SubmissionStore(string path, ApiAccess access)
{
    private readonly string _start = $"{path}.{access.Place}";

    public string SubmissionFile => $"{_start}.submission";

    public string ReceiptFile => $"{_start}.receipt";

    /// <summary>Whether an earlier run got so far that the order may be placed.</summary>
    public bool IsBegun => File.Exists(SubmissionFile) || File.Exists(ReceiptFile);

    public byte[]? Submission() => File.Exists(SubmissionFile) ? InputFile.Read(SubmissionFile) : null;

    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Save(OrderSubmission submission)
    {
        try
        {
            Write(SubmissionFile, submission.ToBytes());
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{SubmissionFile} cannot be written, so the order was not sent: {unusable.Message}");
        }
    }

    /// <summary>The id of the order; null while there is none.</summary>
    /// <exception cref="UsageException">The file holds something else.</exception>
    public string? Receipt()
    {
        if (!File.Exists(ReceiptFile)) return null;
        var id = Encoding.UTF8.GetString(InputFile.Read(ReceiptFile)).Trim();
        return id.Length is > 0 and <= 200 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
            ? id
            : throw new UsageException($"{ReceiptFile} holds no id of an order; write the id there, or remove the file, and {SubmissionFile} finds the order again.");
    }

    public void Record(string orderId) => Write(ReceiptFile, Encoding.UTF8.GetBytes(orderId + "\n"));

    /// <summary>An order that was refused, and that no earlier run can have placed, may be prepared anew.</summary>
    public void Forget() => File.Delete(SubmissionFile);

    // Whole or not at all, and on the disk before anything is sent. A file that is there is never replaced: it is the memory of an order.
    private static void Write(string file, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };

        // It holds e-mail addresses and names.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream($"{file}.new", options))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move($"{file}.new", file, overwrite: false);
        using var named = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        named.Flush(flushToDisk: true);
    }
}
