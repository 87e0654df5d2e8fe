namespace KerasSharp.Formats.Pickle;

/// <summary>A value that is made empty and filled by a later instruction, BUILD.</summary>
internal interface IPickledState
{
    /// <summary>Fills the value, once.</summary>
    /// <param name="state">What the pickle gives.</param>
    /// <param name="reader">For errors.</param>
    void SetState(object?[] state, PickleReader reader);
}
