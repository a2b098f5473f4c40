; What the generated rules (rules.clp) need to run in CLIPS 6.30: one fact a record and one fact an open duty.
; The generated rules assert duties; one rule joins a later record of the fulfilling kind with the open duties of its party.
; A missed deadline is decided when it is next looked at, never by a timer, which favours CLIPS.
(deftemplate ev (slot t) (slot ty) (slot p) (slot v))
(deftemplate duty (slot r) (slot p) (slot t) (slot d) (slot f))
(defglobal ?*met* = 0 ?*missed* = 0 ?*list* = FALSE ?*start* = 0)
(deffunction new-duty (?r ?p ?t ?w ?f)
  (assert (duty (r ?r) (p ?p) (t ?t) (d (+ ?t ?w)) (f ?f))))
(deffunction settle (?r ?p ?t ?met)
  (if ?met then (bind ?*met* (+ ?*met* 1)) else (bind ?*missed* (+ ?*missed* 1)))
  (if ?*list* then (printout list ?r " " ?p " " ?t " " (if ?met then F else B) crlf)))
(defrule perform
  (declare (salience 10))
  (ev (t ?t) (ty ?ty) (p ?p))
  ?x <- (duty (f ?ty) (p ?p) (r ?r) (t ?s) (d ?d))
  =>
  (retract ?x)
  (settle ?r ?p ?s (<= ?t ?d)))
; Each record is asserted, its rules run, and it is taken back: the working memory holds open duties only.
(deffunction feed (?file)
  (open ?file events)
  (bind ?t (read events))
  (while (neq ?t EOF)
    (bind ?x (assert (ev (t ?t) (ty (read events)) (p (read events)) (v (read events)))))
    (run)
    (retract ?x)
    (bind ?t (read events)))
  (do-for-all-facts ((?x duty)) TRUE (settle ?x:r ?x:p ?x:t FALSE)))
