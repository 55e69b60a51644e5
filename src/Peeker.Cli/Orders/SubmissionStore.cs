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

    public byte[]? Submission() => File.Exists(SubmissionFile) ? InputFile.Read(SubmissionFile) : null;

    public void Save(OrderSubmission submission) => Write(SubmissionFile, submission.ToBytes());

    /// <summary>The id of the order; null while there is none.</summary>
    public string? Receipt() => File.Exists(ReceiptFile) ? File.ReadAllText(ReceiptFile).Trim() : null;

    public void Record(string orderId) => Write(ReceiptFile, System.Text.Encoding.UTF8.GetBytes(orderId + "\n"));

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
