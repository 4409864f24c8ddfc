/// The version of the program, as all that it writes names it.
package let planVersion = "0.1.0"
