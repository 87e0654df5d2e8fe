namespace KerasSharp.Formats.SavedModel;

/// <summary>What an object of a SavedModel is.</summary>
public enum ModelObjectKind
{
    /// <summary>Not told.</summary>
    None,

    /// <summary>A model, a layer, a list: an object that holds others.</summary>
    UserObject,

    /// <summary>A file that the model reads.</summary>
    Asset,

    /// <summary>A function with several forms for several types of arguments.</summary>
    Function,

    /// <summary>A variable.</summary>
    Variable,

    /// <summary>A function of one form.</summary>
    BareConcreteFunction,

    /// <summary>A constant of the graph.</summary>
    Constant,

    /// <summary>A resource such as a lookup table.</summary>
    Resource,

    /// <summary>A tensor that a function uses from outside.</summary>
    CapturedTensor,
}
