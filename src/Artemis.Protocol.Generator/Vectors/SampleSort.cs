namespace Artemis.Protocol.Generator.Vectors;

/// <summary>The values that a vector takes for all of its fields at once.</summary>
internal enum SampleSort
{
    /// <summary>Something from the middle; optional fields are there.</summary>
    Typical,

    /// <summary>As <see cref="Typical"/>, and optional fields are absent.</summary>
    WithoutOptional,

    /// <summary>The smallest of everything; optional fields are absent.</summary>
    Minimal,

    /// <summary>The largest of everything, lists up to a size that keeps files small.</summary>
    Maximal,

    /// <summary>Numbers above their range. Encoders clamp, or wrap.</summary>
    Above,

    /// <summary>Numbers below their range.</summary>
    Below,

    /// <summary>Quantized numbers half way between two codes, which round up.</summary>
    HalfWay,

    /// <summary>Quantized numbers a quarter of a step below a code.</summary>
    OffGrid,

    /// <summary>Quantized numbers that are NaN.</summary>
    NotANumber,

    /// <summary>Quantized numbers that are infinite.</summary>
    Infinite,

    /// <summary>Quantized numbers that are infinite and negative.</summary>
    NegativeInfinite,

    /// <summary>Numbers on circles where the circle closes: the largest value, which is the smallest again.</summary>
    FullCircle,

    /// <summary>Numbers on circles some rounds on.</summary>
    ManyCircles,

    /// <summary>Text too long for its field, with a character of several bytes at the cut.</summary>
    TooLong,

    /// <summary>Text of characters of one to four bytes.</summary>
    MultiByte,

    /// <summary>Text that is not UTF-8.</summary>
    IllFormed,

    /// <summary>Members of enums that the schema does not have.</summary>
    UnknownMember,

    /// <summary>Plain floats that are infinite.</summary>
    FloatInfinite,

    /// <summary>Plain floats that are NaN.</summary>
    FloatNotANumber,

    /// <summary>Plain floats that are −0.</summary>
    FloatNegativeZero,
}
