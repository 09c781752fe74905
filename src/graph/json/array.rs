//! Reads an array one element at a time, and says at which element it failed.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

/// Hands each element of an array over as soon as it is read.
pub(super) struct Array<'n, T, F> {
    name: &'n str,
    each: F,
    element: PhantomData<T>,
}

impl<'n, T, F: FnMut(T) -> Result<(), String>> Array<'n, T, F> {
    /// `name` is the key of the array; `each` takes an element or says what is wrong with it.
    pub(super) fn new(name: &'n str, each: F) -> Self {
        Self { name, each, element: PhantomData }
    }
}

impl<'de, T: Deserialize<'de>, F: FnMut(T) -> Result<(), String>> DeserializeSeed<'de> for Array<'_, T, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<(), D::Error> {
        input.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>, F: FnMut(T) -> Result<(), String>> Visitor<'de> for Array<'_, T, F> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "an array of {}", self.name)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut elements: A) -> Result<(), A::Error> {
        for number in 0usize.. {
            let place =
                |error: &dyn fmt::Display| A::Error::custom(format!("{}[{number}]: {error}", self.name));
            match elements.next_element::<T>().map_err(|error| place(&error))? {
                None => break,
                Some(element) => (self.each)(element).map_err(|error| place(&error))?,
            }
        }
        Ok(())
    }
}
