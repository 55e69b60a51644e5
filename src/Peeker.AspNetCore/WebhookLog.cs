using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Peeker.AspNetCore;

// An allow-list by construction: types and ids of verified events, labels, counts, and names of exception types. No message of an exception, since a handler's may hold personal data;
// but that of a PeekerInboxException, which says what is wrong with the store and what helps, and holds none.
internal sealed partial class WebhookLog(ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger("Peeker.Webhooks");

#pragma warning disable CA1873 // A failure is rare; what names it costs nothing beside it.
    public void InboxFailed(Exception failure, string eventType, string eventId) => InboxFailed(LevelOf(failure), Name(failure), eventType, eventId);

    public void StoreFailed(Exception failure) => StoreFailed(LevelOf(failure), Name(failure));

    public void NotReconciled(Exception failure, string kind, string? id) => NotReconciled(LevelOf(failure), kind, id is not null && PlainId().IsMatch(id) ? id : "(of another form)", Name(failure));
#pragma warning restore CA1873

    [LoggerMessage(101, LogLevel.Warning, "A delivery was refused: {Reason}")]
    public partial void NotVerified(WebhookFailure reason);

    [LoggerMessage(102, LogLevel.Error, "A delivery signed by the secret '{SecretLabel}' holds no event that can be read; it was refused, so that Peeker delivers it again")]
    public partial void NotAnEvent(string secretLabel);

    [LoggerMessage(103, LogLevel.Warning, "{EventType} {EventId}: the header Peeker-Event-Id names another event; refused")]
    public partial void OtherId(string eventType, string eventId);

    [LoggerMessage(104, LogLevel.Error, "The settings of the webhooks are not possible any more ({Reason}); deliveries are answered with 503 until they are")]
    public partial void SettingsAreWrong(string reason);

    [LoggerMessage(113, LogLevel.Error, "The settings of the webhooks were changed to something that is not possible ({Reason}); those before the change stay in force until it is mended")]
    public partial void SettingsAreKept(string reason);

    [LoggerMessage(105, LogLevel.Warning, "{EventType} {EventId}: a handler ended in {Failure}, attempt {Attempt}; it is tried again")]
    public partial void HandlerFailed(string failure, string eventType, string eventId, int attempt);

    [LoggerMessage(106, LogLevel.Warning, "{EventType} {EventId}: a handler runs for more than {Seconds} s. Peeker waits 15 s and delivers again; a durable inbox (Peeker.Sqlite) answers at once. Said once")]
    public partial void HandlerIsSlow(string eventType, string eventId, double seconds);

    [LoggerMessage(107, LogLevel.Warning, "{EventType} {EventId}: attempt {Attempt} lost its lease and was taken over")]
    public partial void TakenOver(string eventType, string eventId, int attempt);

    [LoggerMessage(EventId = 108, Message = "{EventType} {EventId}: the inbox failed with {Failure}")]
    private partial void InboxFailed(LogLevel level, string failure, string eventType, string eventId);

    [LoggerMessage(EventId = 109, Message = "The inbox failed with {Failure}; it is asked again")]
    private partial void StoreFailed(LogLevel level, string failure);

    [LoggerMessage(110, LogLevel.Error, "{EventType} {EventId}: set aside after {Attempts} attempts because of {Reason}; it waits in the dead-letter list")]
    public partial void Buried(string eventType, string eventId, int attempts, string reason);

    [LoggerMessage(111, LogLevel.Information, "{EventType} {EventId}: given back because the host stops")]
    public partial void GivenBack(string eventType, string eventId);

    [LoggerMessage(114, LogLevel.Warning, "What a handler registered with its cancellation token ended in {Failure} when it was cancelled")]
    public partial void CancellationFailed(string? failure);

    [LoggerMessage(115, LogLevel.Warning, "{EventType} {EventId}: a handler is slow: it has run for {Seconds} s, in attempt {Attempt}, and goes on. It holds one of the workers, and is cancelled only when the host stops. Said once for each attempt")]
    public partial void HandlerHangs(string eventType, string eventId, int attempt, double seconds);

    [LoggerMessage(EventId = 116, Message = "Reconciliation: the {ResourceKind} {ResourceId} failed with {Failure}; the others are asked for all the same")]
    private partial void NotReconciled(LogLevel level, string resourceKind, string resourceId, string failure);

    [LoggerMessage(117, LogLevel.Warning, "No handler of webhooks is registered: every event is answered with 204, and nothing happens")]
    public partial void NoHandler();

    [LoggerMessage(118, LogLevel.Warning, "A delivery signed by the secret '{SecretLabel}' has an id that belongs to events found by asking; it was refused")]
    public partial void IdIsReserved(string secretLabel);

    [LoggerMessage(119, LogLevel.Debug, "The body of a delivery could not be read to its end; answered with {Status}")]
    public partial void NotRead(int status);

    [LoggerMessage(112, LogLevel.Warning, "The webhook inbox is in memory: a restart forgets which events were completed, and other instances do not see it. Use Peeker.Sqlite or Peeker.Redis outside development")]
    public partial void InboxIsInMemory();

    // What waits may be settled by itself; what does not needs a person now.
    private static LogLevel LevelOf(Exception failure) => failure is PeekerInboxException { IsTransient: false } ? LogLevel.Critical : LogLevel.Error;

    private static string Name(Exception failure) => failure is PeekerInboxException ? $"{failure.GetType().FullName}: {failure.Message}" : failure.GetType().FullName ?? nameof(Exception);

    // An id comes from the caller's records. What does not look like one may be anything, for example an address.
    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex PlainId();
}
