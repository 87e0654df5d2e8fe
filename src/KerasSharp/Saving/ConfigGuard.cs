namespace KerasSharp.Saving;

/// <summary>Turns what a config of a wrong form leads to into the error of a format.</summary>
internal static class ConfigGuard
{
    /// <summary>Reads from a config.</summary>
    /// <exception cref="FormatException">The config has values of other types than a model's.</exception>
    public static T Run<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error)
            when (error
                    is InvalidCastException
                        or NullReferenceException
                        or OverflowException
                        or KeyNotFoundException
                        or IndexOutOfRangeException
            )
        {
            throw new FormatException($"The config does not have the form of a model's: {error.Message}", error);
        }
    }
}
