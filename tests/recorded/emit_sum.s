	.file	"sum.a9374113983b48fa-cgu.0"
	.section	.text._RNvCsewJnx0FlbBK_3sum4callB1_,"ax",@progbits
	.hidden	_RNvCsewJnx0FlbBK_3sum4callB1_
	.globl	_RNvCsewJnx0FlbBK_3sum4callB1_
	.p2align	4
	.type	_RNvCsewJnx0FlbBK_3sum4callB1_,@function
_RNvCsewJnx0FlbBK_3sum4callB1_:
	.cfi_startproc
	leal	(%rdi,%rdi,2), %eax
	retq
.Lfunc_end0:
	.size	_RNvCsewJnx0FlbBK_3sum4callB1_, .Lfunc_end0-_RNvCsewJnx0FlbBK_3sum4callB1_
	.cfi_endproc

	.section	.text._RNvCsewJnx0FlbBK_3sum4sum3B1_,"ax",@progbits
	.hidden	_RNvCsewJnx0FlbBK_3sum4sum3B1_
	.globl	_RNvCsewJnx0FlbBK_3sum4sum3B1_
	.p2align	4
	.type	_RNvCsewJnx0FlbBK_3sum4sum3B1_,@function
_RNvCsewJnx0FlbBK_3sum4sum3B1_:
	.cfi_startproc
	pushq	%rax
	.cfi_def_cfa_offset 16
	cmpq	$1, %rsi
	je	.LBB1_5
	testq	%rsi, %rsi
	je	.LBB1_4
	cmpq	$2, %rsi
	jbe	.LBB1_3
	movl	4(%rdi), %eax
	addl	(%rdi), %eax
	addl	8(%rdi), %eax
	popq	%rcx
	.cfi_def_cfa_offset 8
	retq
.LBB1_5:
	.cfi_def_cfa_offset 16
	leaq	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.2(%rip), %rdx
	movl	$1, %edi
	movl	$1, %esi
	callq	*_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check@GOTPCREL(%rip)
.LBB1_4:
	leaq	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.1(%rip), %rdx
	xorl	%edi, %edi
	xorl	%esi, %esi
	callq	*_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check@GOTPCREL(%rip)
.LBB1_3:
	leaq	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.3(%rip), %rdx
	movl	$2, %edi
	movl	$2, %esi
	callq	*_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check@GOTPCREL(%rip)
.Lfunc_end1:
	.size	_RNvCsewJnx0FlbBK_3sum4sum3B1_, .Lfunc_end1-_RNvCsewJnx0FlbBK_3sum4sum3B1_
	.cfi_endproc

	.section	.text._RNvCsewJnx0FlbBK_3sum7sum_preB1_,"ax",@progbits
	.hidden	_RNvCsewJnx0FlbBK_3sum7sum_preB1_
	.globl	_RNvCsewJnx0FlbBK_3sum7sum_preB1_
	.p2align	4
	.type	_RNvCsewJnx0FlbBK_3sum7sum_preB1_,@function
_RNvCsewJnx0FlbBK_3sum7sum_preB1_:
	.cfi_startproc
	testq	%rsi, %rsi
	je	.LBB2_1
	cmpq	$8, %rsi
	jae	.LBB2_5
	xorl	%eax, %eax
	xorl	%ecx, %ecx
	jmp	.LBB2_4
.LBB2_1:
	xorl	%eax, %eax
	retq
.LBB2_5:
	movabsq	$2305843009213693944, %rcx
	andq	%rsi, %rcx
	leaq	(,%rsi,4), %rax
	andq	$-32, %rax
	pxor	%xmm0, %xmm0
	xorl	%edx, %edx
	pxor	%xmm1, %xmm1
	.p2align	4
.LBB2_6:
	movdqu	(%rdi,%rdx), %xmm2
	paddd	%xmm2, %xmm1
	movdqu	16(%rdi,%rdx), %xmm2
	paddd	%xmm2, %xmm0
	addq	$32, %rdx
	cmpq	%rdx, %rax
	jne	.LBB2_6
	paddd	%xmm1, %xmm0
	pshufd	$238, %xmm0, %xmm1
	paddd	%xmm0, %xmm1
	pshufd	$85, %xmm1, %xmm0
	paddd	%xmm1, %xmm0
	movd	%xmm0, %eax
	jmp	.LBB2_8
.LBB2_4:
	addl	(%rdi,%rcx,4), %eax
	incq	%rcx
.LBB2_8:
	cmpq	%rcx, %rsi
	jne	.LBB2_4
	retq
.Lfunc_end2:
	.size	_RNvCsewJnx0FlbBK_3sum7sum_preB1_, .Lfunc_end2-_RNvCsewJnx0FlbBK_3sum7sum_preB1_
	.cfi_endproc

	.section	.text._RNvMCsewJnx0FlbBK_3sumNtB2_4Ring4push,"ax",@progbits
	.globl	_RNvMCsewJnx0FlbBK_3sumNtB2_4Ring4push
	.p2align	4
	.type	_RNvMCsewJnx0FlbBK_3sumNtB2_4Ring4push,@function
_RNvMCsewJnx0FlbBK_3sumNtB2_4Ring4push:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r14
	.cfi_def_cfa_offset 24
	pushq	%rbx
	.cfi_def_cfa_offset 32
	.cfi_offset %rbx, -32
	.cfi_offset %r14, -24
	.cfi_offset %rbp, -16
	movl	%esi, %ebp
	movq	%rdi, %rbx
	movq	16(%rdi), %r14
	cmpq	(%rdi), %r14
	jne	.LBB3_2
	movq	%rbx, %rdi
	callq	*_RNvMs3_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechE8grow_oneB7_@GOTPCREL(%rip)
.LBB3_2:
	movq	8(%rbx), %rax
	movb	%bpl, (%rax,%r14)
	incq	%r14
	movq	%r14, 16(%rbx)
	popq	%rbx
	.cfi_def_cfa_offset 24
	popq	%r14
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end3:
	.size	_RNvMCsewJnx0FlbBK_3sumNtB2_4Ring4push, .Lfunc_end3-_RNvMCsewJnx0FlbBK_3sumNtB2_4Ring4push
	.cfi_endproc

	.section	.text._RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner10deallocateCsewJnx0FlbBK_3sum,"ax",@progbits
	.hidden	_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner10deallocateCsewJnx0FlbBK_3sum
	.globl	_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner10deallocateCsewJnx0FlbBK_3sum
	.p2align	4
	.type	_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner10deallocateCsewJnx0FlbBK_3sum,@function
_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner10deallocateCsewJnx0FlbBK_3sum:
	.cfi_startproc
	leaq	-16(%rsp), %rax
	testq	%rdx, %rdx
	je	.LBB4_1
	movq	(%rdi), %rcx
	testq	%rcx, %rcx
	je	.LBB4_1
	imulq	%rdx, %rcx
	movq	8(%rdi), %rdi
	movq	%rsi, -16(%rsp)
	leaq	-8(%rsp), %rax
	movq	%rcx, (%rax)
	movq	-16(%rsp), %rdx
	testq	%rdx, %rdx
	jne	.LBB4_5
	jmp	.LBB4_6
.LBB4_1:
	xorl	%ecx, %ecx
	movq	%rcx, (%rax)
	movq	-16(%rsp), %rdx
	testq	%rdx, %rdx
	je	.LBB4_6
.LBB4_5:
	movq	-8(%rsp), %rsi
	testq	%rsi, %rsi
	je	.LBB4_6
	jmpq	*_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc@GOTPCREL(%rip)
.LBB4_6:
	retq
.Lfunc_end4:
	.size	_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner10deallocateCsewJnx0FlbBK_3sum, .Lfunc_end4-_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner10deallocateCsewJnx0FlbBK_3sum
	.cfi_endproc

	.section	.text._RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner14current_memoryCsewJnx0FlbBK_3sum,"ax",@progbits
	.hidden	_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner14current_memoryCsewJnx0FlbBK_3sum
	.globl	_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner14current_memoryCsewJnx0FlbBK_3sum
	.p2align	4
	.type	_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner14current_memoryCsewJnx0FlbBK_3sum,@function
_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner14current_memoryCsewJnx0FlbBK_3sum:
	.cfi_startproc
	movq	%rdi, %rax
	movl	$8, %edi
	testq	%rcx, %rcx
	je	.LBB5_4
	movq	(%rsi), %r8
	testq	%r8, %r8
	je	.LBB5_4
	imulq	%rcx, %r8
	movq	8(%rsi), %rcx
	movq	%rcx, (%rax)
	movq	%rdx, 8(%rax)
	movl	$16, %edi
	movq	%r8, (%rax,%rdi)
	retq
.LBB5_4:
	xorl	%r8d, %r8d
	movq	%r8, (%rax,%rdi)
	retq
.Lfunc_end5:
	.size	_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner14current_memoryCsewJnx0FlbBK_3sum, .Lfunc_end5-_RNvMs2_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner14current_memoryCsewJnx0FlbBK_3sum
	.cfi_endproc

	.section	.text._RNvMsF_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechE8push_mutCsewJnx0FlbBK_3sum,"ax",@progbits
	.hidden	_RNvMsF_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechE8push_mutCsewJnx0FlbBK_3sum
	.globl	_RNvMsF_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechE8push_mutCsewJnx0FlbBK_3sum
	.p2align	4
	.type	_RNvMsF_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechE8push_mutCsewJnx0FlbBK_3sum,@function
_RNvMsF_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechE8push_mutCsewJnx0FlbBK_3sum:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r14
	.cfi_def_cfa_offset 24
	pushq	%rbx
	.cfi_def_cfa_offset 32
	.cfi_offset %rbx, -32
	.cfi_offset %r14, -24
	.cfi_offset %rbp, -16
	movl	%esi, %ebp
	movq	%rdi, %rbx
	movq	16(%rdi), %r14
	cmpq	(%rdi), %r14
	jne	.LBB6_2
	movq	%rbx, %rdi
	callq	*_RNvMs3_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechE8grow_oneB7_@GOTPCREL(%rip)
.LBB6_2:
	movq	8(%rbx), %rax
	movb	%bpl, (%rax,%r14)
	addq	%r14, %rax
	incq	%r14
	movq	%r14, 16(%rbx)
	popq	%rbx
	.cfi_def_cfa_offset 24
	popq	%r14
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end6:
	.size	_RNvMsF_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechE8push_mutCsewJnx0FlbBK_3sum, .Lfunc_end6-_RNvMsF_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechE8push_mutCsewJnx0FlbBK_3sum
	.cfi_endproc

	.section	.text._RNvXs1_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum,"ax",@progbits
	.hidden	_RNvXs1_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum
	.globl	_RNvXs1_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum
	.p2align	4
	.type	_RNvXs1_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum,@function
_RNvXs1_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum:
	.cfi_startproc
	movq	(%rdi), %rax
	testq	%rax, %rax
	je	.LBB7_1
	movq	8(%rdi), %rdi
	movq	$1, -16(%rsp)
	leaq	-8(%rsp), %rcx
	movq	%rax, (%rcx)
	movq	-16(%rsp), %rdx
	testq	%rdx, %rdx
	jne	.LBB7_4
	jmp	.LBB7_5
.LBB7_1:
	leaq	-16(%rsp), %rcx
	movq	%rax, (%rcx)
	movq	-16(%rsp), %rdx
	testq	%rdx, %rdx
	je	.LBB7_5
.LBB7_4:
	movq	-8(%rsp), %rsi
	testq	%rsi, %rsi
	je	.LBB7_5
	jmpq	*_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc@GOTPCREL(%rip)
.LBB7_5:
	retq
.Lfunc_end7:
	.size	_RNvXs1_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum, .Lfunc_end7-_RNvXs1_NtCslNYArtu3iFV_5alloc7raw_vecINtB5_6RawVechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum
	.cfi_endproc

	.section	.text._RNvXs_CsewJnx0FlbBK_3sumNtB4_4RingNtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4drop,"ax",@progbits
	.globl	_RNvXs_CsewJnx0FlbBK_3sumNtB4_4RingNtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4drop
	.p2align	4
	.type	_RNvXs_CsewJnx0FlbBK_3sumNtB4_4RingNtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4drop,@function
_RNvXs_CsewJnx0FlbBK_3sumNtB4_4RingNtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4drop:
	.cfi_startproc
	leaq	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.4(%rip), %rdi
	movl	$11, %esi
	jmpq	*_RNvNtNtCsjrHSEGnQ3l9_3std2io5stdio6__print@GOTPCREL(%rip)
.Lfunc_end8:
	.size	_RNvXs_CsewJnx0FlbBK_3sumNtB4_4RingNtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4drop, .Lfunc_end8-_RNvXs_CsewJnx0FlbBK_3sumNtB4_4RingNtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4drop
	.cfi_endproc

	.section	.text._RNvXs_NtCslNYArtu3iFV_5alloc5allocNtB4_6GlobalNtNtCsgEmfK2I1SDS_4core5alloc9Allocator10deallocateCsewJnx0FlbBK_3sum,"ax",@progbits
	.hidden	_RNvXs_NtCslNYArtu3iFV_5alloc5allocNtB4_6GlobalNtNtCsgEmfK2I1SDS_4core5alloc9Allocator10deallocateCsewJnx0FlbBK_3sum
	.globl	_RNvXs_NtCslNYArtu3iFV_5alloc5allocNtB4_6GlobalNtNtCsgEmfK2I1SDS_4core5alloc9Allocator10deallocateCsewJnx0FlbBK_3sum
	.p2align	4
	.type	_RNvXs_NtCslNYArtu3iFV_5alloc5allocNtB4_6GlobalNtNtCsgEmfK2I1SDS_4core5alloc9Allocator10deallocateCsewJnx0FlbBK_3sum,@function
_RNvXs_NtCslNYArtu3iFV_5alloc5allocNtB4_6GlobalNtNtCsgEmfK2I1SDS_4core5alloc9Allocator10deallocateCsewJnx0FlbBK_3sum:
	.cfi_startproc
	testq	%rcx, %rcx
	je	.LBB9_1
	movq	%rsi, %rdi
	movq	%rcx, %rsi
	jmpq	*_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc@GOTPCREL(%rip)
.LBB9_1:
	retq
.Lfunc_end9:
	.size	_RNvXs_NtCslNYArtu3iFV_5alloc5allocNtB4_6GlobalNtNtCsgEmfK2I1SDS_4core5alloc9Allocator10deallocateCsewJnx0FlbBK_3sum, .Lfunc_end9-_RNvXs_NtCslNYArtu3iFV_5alloc5allocNtB4_6GlobalNtNtCsgEmfK2I1SDS_4core5alloc9Allocator10deallocateCsewJnx0FlbBK_3sum
	.cfi_endproc

	.section	.text._RNvXso_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum,"ax",@progbits
	.hidden	_RNvXso_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum
	.globl	_RNvXso_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum
	.p2align	4
	.type	_RNvXso_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum,@function
_RNvXso_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum:
	.cfi_startproc
	retq
.Lfunc_end10:
	.size	_RNvXso_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum, .Lfunc_end10-_RNvXso_NtCslNYArtu3iFV_5alloc3vecINtB5_3VechENtNtNtCsgEmfK2I1SDS_4core3ops4drop4Drop4dropCsewJnx0FlbBK_3sum
	.cfi_endproc

	.type	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.0,@object
	.section	.rodata.str1.1,"aMS",@progbits,1
.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.0:
	.asciz	"a.rs"
	.size	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.0, 5

	.type	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.1,@object
	.section	.data.rel.ro..Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.1,"aw",@progbits
	.p2align	3, 0x0
.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.1:
	.quad	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.0
	.asciz	"\004\000\000\000\000\000\000\000\002\000\000\000\005\000\000"
	.size	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.1, 24

	.type	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.2,@object
	.section	.data.rel.ro..Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.2,"aw",@progbits
	.p2align	3, 0x0
.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.2:
	.quad	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.0
	.asciz	"\004\000\000\000\000\000\000\000\002\000\000\000\f\000\000"
	.size	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.2, 24

	.type	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.3,@object
	.section	.data.rel.ro..Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.3,"aw",@progbits
	.p2align	3, 0x0
.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.3:
	.quad	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.0
	.asciz	"\004\000\000\000\000\000\000\000\002\000\000\000\023\000\000"
	.size	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.3, 24

	.type	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.4,@object
	.section	.rodata..Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.4,"a",@progbits
.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.4:
	.ascii	"gone\n"
	.size	.Lanon.0fe4ef8e07c246b1fe5abf3f79c1dd60.4, 5

	.globl	_RNvNtCsewJnx0FlbBK_3sum5inner4deepB3_
	.type	_RNvNtCsewJnx0FlbBK_3sum5inner4deepB3_,@function
	.hidden	_RNvNtCsewJnx0FlbBK_3sum5inner4deepB3_
_RNvNtCsewJnx0FlbBK_3sum5inner4deepB3_ = _RNvCsewJnx0FlbBK_3sum4callB1_
	.ident	"rustc version 1.95.0 (59807616e 2026-04-14)"
	.section	".note.GNU-stack","",@progbits
