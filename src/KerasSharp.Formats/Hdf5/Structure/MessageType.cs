namespace KerasSharp.Formats.Hdf5;

/// <summary>The messages of an object header that are read; others are left out.</summary>
internal enum MessageType : ushort
{
    Dataspace = 1,
    LinkInfo = 2,
    Datatype = 3,
    OldFillValue = 4,
    FillValue = 5,
    Link = 6,
    ExternalFiles = 7,
    Layout = 8,
    Filters = 11,
    Attribute = 12,
    Continuation = 16,
    SymbolTable = 17,
    AttributeInfo = 21,
}
