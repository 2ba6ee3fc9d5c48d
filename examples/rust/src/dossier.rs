// SPDX-License-Identifier: Apache-2.0
//! The part of `<dossier/dossier_c.h>` that this example needs, as Rust sees it.
use std::ffi::{c_char, c_int, CStr, CString};
use std::marker::{PhantomData, PhantomPinned};
use std::ptr;

/// A handle: only the library knows what it points to.
#[repr(C)]
pub struct Opaque {
    data: [u8; 0],
    marker: PhantomData<(*mut u8, PhantomPinned)>,
}

#[repr(C)]
#[derive(Default)]
struct IngestReport {
    outcome: c_int,
    sentences: u64,
    facts: u64,
    entities: u64,
}

extern "C" {
    fn dossier_open(path: *const c_char, error: *mut *mut Opaque) -> *mut Opaque;
    fn dossier_close(kb: *mut Opaque);
    fn dossier_ingest(
        kb: *mut Opaque,
        path: *const c_char,
        options: *const Opaque,
        report: *mut IngestReport,
        error: *mut *mut Opaque,
    ) -> c_int;
    fn dossier_query(kb: *mut Opaque, text: *const c_char, error: *mut *mut Opaque) -> *mut Opaque;
    fn dossier_next(result: *mut Opaque, error: *mut *mut Opaque) -> c_int;
    fn dossier_column_count(result: *const Opaque) -> usize;
    fn dossier_text(result: *const Opaque, column: usize) -> *const c_char;
    fn dossier_result_free(result: *mut Opaque);
    fn dossier_error_get_message(error: *const Opaque) -> *const c_char;
    fn dossier_error_free(error: *mut Opaque);
}

/// Frees an error of the library and returns its message.
fn take(error: *mut Opaque) -> String {
    unsafe {
        let message = text_of(dossier_error_get_message(error));
        dossier_error_free(error);
        message.unwrap_or_default()
    }
}

unsafe fn text_of(text: *const c_char) -> Option<String> {
    (!text.is_null()).then(|| CStr::from_ptr(text).to_string_lossy().into_owned())
}

fn c_text(text: &str) -> Result<CString, String> {
    CString::new(text).map_err(|error| error.to_string())
}

/// An open knowledge base, closed at the end of its life.
pub struct KnowledgeBase(*mut Opaque);

impl KnowledgeBase {
    pub fn open(path: &str) -> Result<Self, String> {
        let mut error = ptr::null_mut();
        let kb = unsafe { dossier_open(c_text(path)?.as_ptr(), &mut error) };
        if kb.is_null() {
            Err(take(error))
        } else {
            Ok(Self(kb))
        }
    }

    /// Reads a document and returns how many facts it has.
    pub fn ingest(&self, path: &str) -> Result<u64, String> {
        let mut error = ptr::null_mut();
        let mut report = IngestReport::default();
        let path = c_text(path)?;
        match unsafe { dossier_ingest(self.0, path.as_ptr(), ptr::null(), &mut report, &mut error) }
        {
            0 => Ok(report.facts),
            _ => Err(take(error)),
        }
    }

    /// The rows of a query; a value is none where the variable is unbound.
    pub fn query(&self, text: &str) -> Result<Rows<'_>, String> {
        let mut error = ptr::null_mut();
        let result = unsafe { dossier_query(self.0, c_text(text)?.as_ptr(), &mut error) };
        if result.is_null() {
            Err(take(error))
        } else {
            Ok(Rows(result, PhantomData))
        }
    }
}

impl Drop for KnowledgeBase {
    fn drop(&mut self) {
        unsafe { dossier_close(self.0) }
    }
}

pub struct Rows<'a>(*mut Opaque, PhantomData<&'a KnowledgeBase>);

impl Iterator for Rows<'_> {
    type Item = Result<Vec<Option<String>>, String>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut error = ptr::null_mut();
        unsafe {
            match dossier_next(self.0, &mut error) {
                1 => {
                    let columns = 0..dossier_column_count(self.0);
                    Some(Ok(columns
                        .map(|i| text_of(dossier_text(self.0, i)))
                        .collect()))
                }
                0 => None,
                _ => Some(Err(take(error))),
            }
        }
    }
}

impl Drop for Rows<'_> {
    fn drop(&mut self) {
        unsafe { dossier_result_free(self.0) }
    }
}
