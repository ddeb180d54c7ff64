import styles from './NewTaskPage.module.css';

/**
 * Says what is wrong with the field above, where the field cannot say it itself.
 *
 * @internal
 */
export function FieldProblem(props: { id?: string; children?: string }) {
  return (
    <div id={props.id} className={styles.problem} role="status">
      {props.children}
    </div>
  );
}
