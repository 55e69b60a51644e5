namespace Quickstart;

/// <summary>The quickstart places orders, and a live key pays for them.</summary>
internal sealed class LiveKeyException() : Exception("PEEKER_API_KEY holds a live key, and this sample places orders. Use a pk_test_ key, or unset it for the embedded sandbox.");
