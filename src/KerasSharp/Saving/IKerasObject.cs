namespace KerasSharp.Saving;

/// <summary>Something that Keras's files can hold: a layer, a loss, an initializer, …</summary>
public interface IKerasObject
{
    /// <summary>Keras's class name, such as <c>Dense</c>.</summary>
    string ClassName { get; }

    /// <summary>The Python module of the class, such as <c>keras.layers</c>.</summary>
    string Module { get; }

    /// <summary>The name under which a class of the user's own is registered, such as <c>Custom&gt;MyLayer</c>; null for Keras's classes.</summary>
    string? RegisteredName => null;

    /// <summary>The constructor's arguments under Keras's names.</summary>
    Config GetConfig();
}
