namespace KerasSharp.Engines.TensorFlow;

/// <summary>TensorFlow's codes of errors (<c>TF_Code</c>).</summary>
public enum TensorFlowCode
{
    /// <summary>No error.</summary>
    Ok = 0,

    /// <summary>The call was cancelled.</summary>
    Cancelled = 1,

    /// <summary>An error of no other kind.</summary>
    Unknown = 2,

    /// <summary>An argument is wrong whatever the state.</summary>
    InvalidArgument = 3,

    /// <summary>The time was over.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was named does not exist: an op, a kernel, a file, a resource.</summary>
    NotFound = 5,

    /// <summary>What was to be made exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>Memory or another resource is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The state does not allow it: a variable without a value, for example.</summary>
    FailedPrecondition = 9,

    /// <summary>The call was given up half-way.</summary>
    Aborted = 10,

    /// <summary>Past the end of a range or a sequence.</summary>
    OutOfRange = 11,

    /// <summary>Not built, or not for this device.</summary>
    Unimplemented = 12,

    /// <summary>TensorFlow broke a rule of its own.</summary>
    Internal = 13,

    /// <summary>The service is not there at the moment.</summary>
    Unavailable = 14,

    /// <summary>Data was lost or is corrupt.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
