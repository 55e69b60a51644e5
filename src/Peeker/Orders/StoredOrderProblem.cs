namespace Peeker;

/// <summary>Why stored bytes cannot be read as an order.</summary>
public enum StoredOrderProblem
{
    /// <summary>They do not begin as a stored order.</summary>
    Foreign,

    /// <summary>A newer version of the library wrote them.</summary>
    NewerVersion,

    /// <summary>They were stored with a protector and read with secrets, or the other way round.</summary>
    OtherForm,

    /// <summary>Bytes were changed, lost or added.</summary>
    Damaged,

    /// <summary>They cannot be decrypted.</summary>
    Sealed,
}
